import { createNode, createServerFeature } from '@payloadcms/richtext-lexical'
import { RubyNode } from './ruby-node'

export const RubyFeature = createServerFeature({
  key: 'ruby',
  feature: { ClientFeature: '/src/cms/editor/ruby.client#RubyFeatureClient', nodes: [createNode({ node: RubyNode })] },
})
