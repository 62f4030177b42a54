'use client'

export const LiveBanner = () => null
