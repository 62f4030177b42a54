/** Who works in the sample newsroom. All of them are invented. */
import type { Language, Person, Role, Skill } from '#newsroom'
import type { DeskKey } from './desks'

/** One password for everybody: these accounts exist in the demo only, production refuses them. */
export const DEMO_PASSWORD = 'DaLat-nghin-hoa-2026'
export const DEMO_DOMAIN = 'toasoan.lamdong.example'

export type SamplePerson = {
  readonly key: string
  readonly name: string
  readonly email: string
  readonly roles: readonly Role[]
  readonly desk: DeskKey | null
  /** The language of this person's screens. */
  readonly interface: Language
  readonly skills: Person['skills']
  /** What stands on the door, per interface language. */
  readonly title: Readonly<Record<Language, string>>
}

const can = (skills: Partial<Record<Language, readonly Skill[]>> = {}): Person['skills'] => ({
  vi: [],
  en: [],
  ja: [],
  ...skills,
})
const at = (name: string) => `${name}@${DEMO_DOMAIN}`

export const PEOPLE = [
  {
    key: 'reporter',
    name: 'Nguyễn Hoài Thu',
    email: at('hoai.thu'),
    roles: ['reporter'],
    desk: 'culture',
    interface: 'vi',
    skills: can(),
    title: { vi: 'Phóng viên', en: 'Reporter', ja: '記者' },
  },
  {
    key: 'reporter-press',
    name: 'Trần Minh Quân',
    email: at('minh.quan'),
    roles: ['reporter'],
    desk: 'press',
    interface: 'vi',
    skills: can(),
    title: { vi: 'Phóng viên', en: 'Reporter', ja: '記者' },
  },
  {
    key: 'editor',
    name: 'Phạm Thị Lan Anh',
    email: at('lan.anh'),
    roles: ['editor'],
    desk: 'culture',
    interface: 'vi',
    skills: can({ en: ['approve'] }),
    title: { vi: 'Biên tập viên', en: 'Editor', ja: '編集者' },
  },
  {
    key: 'chief',
    name: 'Lê Quang Vinh',
    email: at('quang.vinh'),
    roles: ['chief'],
    desk: 'culture',
    interface: 'vi',
    skills: can({ vi: ['approve'], en: ['approve'] }),
    title: {
      vi: 'Trưởng Ban Biên tập Thông tin đối ngoại',
      en: 'Head of the foreign information editorial board',
      ja: '対外情報編集部長',
    },
  },
  {
    key: 'translator-en',
    name: 'Đỗ Thùy Dương',
    email: at('thuy.duong'),
    roles: ['translator'],
    desk: 'culture',
    interface: 'en',
    skills: can({ en: ['translate'] }),
    title: { vi: 'Biên dịch viên tiếng Anh', en: 'English translator', ja: '英語翻訳者' },
  },
  {
    key: 'translator-ja',
    name: 'Vũ Hải Yến',
    email: at('hai.yen'),
    roles: ['translator'],
    desk: 'culture',
    interface: 'ja',
    skills: can({ ja: ['translate'] }),
    title: { vi: 'Biên dịch viên tiếng Nhật', en: 'Japanese translator', ja: '日本語翻訳者' },
  },
  {
    key: 'reviser',
    name: 'Bùi Đức Huy',
    email: at('duc.huy'),
    roles: ['reviser'],
    desk: 'foreign-affairs',
    interface: 'vi',
    skills: can({ en: ['revise'], ja: ['revise'] }),
    title: { vi: 'Hiệu đính tiếng Anh, tiếng Nhật', en: 'Reviser, English and Japanese', ja: '英語・日本語校閲者' },
  },
  {
    key: 'second-signer',
    name: 'Hoàng Thị Ngọc Bích',
    email: at('ngoc.bich'),
    roles: ['secondSigner'],
    desk: 'steering',
    interface: 'vi',
    skills: can(),
    title: { vi: 'Người ký thứ hai, nội dung chủ quyền', en: 'Second signer, sovereignty texts', ja: '主権関連記事の第二署名者' },
  },
  {
    key: 'bulletin-editor',
    name: 'Đinh Thị Kim Oanh',
    email: at('kim.oanh'),
    roles: ['bulletinEditor'],
    desk: 'foreign-affairs',
    interface: 'vi',
    skills: can(),
    title: { vi: 'Biên tập viên Bản tin', en: 'Bulletin editor', ja: 'ニュースレター担当者' },
  },
  {
    key: 'producer',
    name: 'Bùi Nhật Anh',
    email: at('nhat.anh'),
    roles: ['producer'],
    desk: 'press',
    interface: 'en',
    skills: can(),
    title: { vi: 'Biên tập chương trình tiếng Anh', en: 'Producer, English bulletin', ja: '英語ニュース番組担当' },
  },
  {
    key: 'outlet-engineer',
    name: 'Đặng Văn Phúc',
    email: at('van.phuc'),
    roles: ['outletEngineer'],
    desk: 'press',
    interface: 'en',
    skills: can(),
    title: { vi: 'Kỹ sư kết nối kênh phát hành', en: 'Outlet engineer', ja: '配信先技術担当' },
  },
  {
    key: 'administrator',
    name: 'Ngô Thanh Tùng',
    email: at('thanh.tung'),
    roles: ['administrator'],
    desk: 'office',
    interface: 'vi',
    skills: can(),
    title: { vi: 'Quản trị hệ thống', en: 'Administrator', ja: 'システム管理者' },
  },
  {
    key: 'auditor',
    name: 'Tô Minh Châu',
    email: at('minh.chau'),
    roles: ['auditor'],
    desk: 'steering',
    interface: 'vi',
    skills: can(),
    title: { vi: 'Kiểm tra, giám sát', en: 'Auditor', ja: '監査担当' },
  },
] as const satisfies readonly SamplePerson[]

export type PersonKey = (typeof PEOPLE)[number]['key']
export const personOf = (key: PersonKey): SamplePerson => PEOPLE.find((person) => person.key === key) ?? PEOPLE[0]
