'use client'

export const StoriesList = () => null
