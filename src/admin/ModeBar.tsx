'use client'

export const ModeBar = () => null
