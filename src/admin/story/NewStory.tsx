import type { AdminViewServerProps } from 'payload'
import { Frame } from '../Frame'
import { NewStoryForm } from './NewStoryForm'

/** The screen where a story begins: /admin/new-story. */
export const NewStory = (props: AdminViewServerProps) => (
  <Frame {...props} address="/admin/new-story">
    <NewStoryForm />
  </Frame>
)
