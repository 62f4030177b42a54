/** Content types of ready answers. */
export const HTML = 'text/html; charset=utf-8'
export const JSON_TYPE = 'application/json; charset=utf-8'
export const PROBLEM = 'application/problem+json; charset=utf-8'
export const RSS = 'application/rss+xml; charset=utf-8'
