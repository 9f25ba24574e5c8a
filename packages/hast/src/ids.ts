/** Ids are the same in every rendering, so that a reference to one book holds for the others. */
export const noteId = (app: string): string => `note-${app}`
export const callId = (app: string): string => `call-${app}`
export const entryId = (app: string): string => `entry-${app}`
export const apparatusOfWork = (work: string): string => `apparatus-${work}`
