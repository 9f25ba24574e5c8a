/** How sure a decision or a join is. */
export type CertaintyName = 'high' | 'medium' | 'low' | 'undecided'
