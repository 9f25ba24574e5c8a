import { describe, expect, it } from 'vitest'
import { lineFurniture } from '../src/page/patterns.ts'

describe('lines that a web page sets around its article', () => {
  it.each([
    '首页 > 新闻 > 本地新闻',
    '当前位置：首页 » 文学 » 散文',
    '首页 文章 山中来信',
    '2022-06-20 15:31  浏览数:1068  来源:某某',
    '发布时间：2021年09月12日　浏览次数：2381',
    '【打印】【关闭】',
    '[返回顶部]',
    '字号：大 中 小',
    '上一篇：秋季招聘会',
    '扫一扫 分享到朋友圈',
    '版权所有 江城新闻网 Copyright 2021',
    '免责声明：本文来自网友投稿',
    '江城日报',
  ])('%s', (line) => {
    expect(lineFurniture(line)).not.toBeNull()
  })
})

describe('lines of text that look alike', () => {
  it.each([
    '返回的路上下起了雨',
    '分享是一种美德。',
    '更多的人走上街头，看灯。',
    '收藏家王先生说',
    '阅读：一生的功课',
    '时间：一个老问题',
    '打印机坏了',
    '甲 > 乙',
    '评论员文章',
    '他在首页签了名',
    '江城日报记者昨日来到桥头',
  ])('%s', (line) => {
    expect(lineFurniture(line)).toBeNull()
  })
})
