import config from '@payload-config'
import { handleServerFunctions, RootLayout } from '@payloadcms/next/layouts'
import type { ServerFunctionClient } from 'payload'
import type { ReactNode } from 'react'
import { importMap } from './admin/importMap.js'
import '@payloadcms/next/css'
import './fonts.css'
import '../../admin/looks/states.css'
import '../../admin/looks/desk.css'
import '../../admin/looks/translation.css'
import '../../admin/looks/queues.css'
import '../../admin/looks/bulletin.css'
import '../../admin/looks/subtitles.css'
import '../../admin/looks/programme.css'
import './custom.css'

const serverFunction: ServerFunctionClient = async (args) => {
  'use server'
  return handleServerFunctions({ ...args, config, importMap })
}

const Layout = ({ children }: { children: ReactNode }) => (
  <RootLayout config={config} importMap={importMap} serverFunction={serverFunction}>
    {children}
  </RootLayout>
)

export default Layout
