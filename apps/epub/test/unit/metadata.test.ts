import { identifierOf } from '@huijiao/hast'
import { expect, test } from 'vitest'
import { dateOf, EditionDateError } from '../../src/identity.ts'
import { metadataOf } from '../../src/metadata.ts'
import { sample } from '../support/sample.ts'

const { meta } = sample()

test('the identifier is of version 5 and the edition’s alone', () => {
  expect(identifierOf(meta, 'epub')).toMatch(
    /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  )
  expect(identifierOf({ ...meta, title: '别的题目' }, 'epub')).toBe(identifierOf(meta, 'epub'))
  expect(identifierOf({ ...meta, id: 'other' }, 'epub')).not.toBe(identifierOf(meta, 'epub'))
  expect(identifierOf(meta, 'pdf')).not.toBe(identifierOf(meta, 'epub'))
})

test('a date that is none is an error, and containers know none before 1980', () => {
  expect(() => dateOf({ ...meta, date: '去年' })).toThrow(EditionDateError)
  expect(() => dateOf({ ...meta, date: '2023-13-01' })).toThrow(/2023-13-01/)
  expect(dateOf({ ...meta, date: '1911-10-10' }).toISOString()).toBe('1980-01-01T00:00:00.000Z')
})

test('authors lead; where there is none, the editors do', () => {
  const people = (roles: string[]) => {
    const contributors = roles.map((role) => ({ name: role, role }))
    const found = metadataOf({ ...meta, contributors }, false, '')
    return [found.creators.map((p) => p.name), found.contributors.map((p) => p.name)]
  }
  expect(people(['edt', 'aut', 'trl'])).toEqual([['aut'], ['edt', 'trl']])
  expect(people(['trl', 'edt'])).toEqual([['edt'], ['trl']])
})

test('a role that is no code of MARC is left out', () => {
  const contributors = [{ name: '某人', role: '校对', fileAs: 'Mouren' }]
  expect(metadataOf({ ...meta, contributors }, false, '').contributors).toEqual([
    { id: 'person-1', name: '某人', role: '', fileAs: 'Mouren' },
  ])
})

test('the direction of the lines is told', () => {
  const features = (layout: 'horizontal' | 'vertical') =>
    metadataOf({ ...meta, layout }, false, '').accessibility.map((a) => a.value)
  expect(features('horizontal')).toContain('horizontalWriting')
  expect(features('vertical')).toContain('verticalWriting')
  expect(features('vertical')).not.toContain('horizontalWriting')
})

test('pages are claimed where they are marked, and only there', () => {
  const features = (pages: boolean) => metadataOf(meta, pages, '').accessibility.map((a) => a.value)
  expect(features(true)).toContain('pageBreakMarkers')
  expect(features(false)).not.toContain('pageBreakMarkers')
  expect(metadataOf(meta, false, '').pageBreakSource).toBe('')
})
