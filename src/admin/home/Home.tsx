'use client'

export const Home = () => null
