import express, { type RequestHandler } from 'express'

export const publicAssets = (): RequestHandler => express.Router()
