'use client'

export const StoryVersions = () => null
