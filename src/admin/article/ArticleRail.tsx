'use client'

export const ArticleRail = () => null
