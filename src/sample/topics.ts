/** The tree of topics; `key` is the same in every language and on the wire. */
import type { Language } from '#newsroom'

export type SampleTopic = {
  readonly key: string
  readonly parent: string | null
  readonly name: Readonly<Record<Language, string>>
}

const topic = <K extends string>(key: K, parent: string | null, vi: string, en: string, ja: string) => ({
  key,
  parent,
  name: { vi, en, ja },
})

/** Parents stand before their children. */
export const TOPICS = [
  topic('economy', null, 'Kinh tế', 'Economy', '経済'),
  topic('investment', 'economy', 'Đầu tư', 'Investment', '投資'),
  topic('agriculture', 'economy', 'Nông nghiệp', 'Agriculture', '農業'),
  topic('coffee', 'agriculture', 'Cà phê', 'Coffee', 'コーヒー'),
  topic('flowers', 'agriculture', 'Hoa', 'Flowers', '花'),
  topic('tea', 'agriculture', 'Trà', 'Tea', '茶'),
  topic('vegetables', 'agriculture', 'Rau, quả', 'Vegetables and fruit', '野菜・果物'),
  topic('silk', 'agriculture', 'Tơ lụa', 'Silk', 'シルク'),
  topic('tourism', 'economy', 'Du lịch', 'Tourism', '観光'),
  topic('culture', null, 'Văn hóa', 'Culture', '文化'),
  topic('gongs', 'culture', 'Cồng chiêng', 'Gongs', 'ゴング'),
  topic('crafts', 'culture', 'Làng nghề', 'Craft villages', '工芸村'),
  topic('festivals', 'culture', 'Lễ hội', 'Festivals', '祭り'),
  topic('heritage', 'culture', 'Di sản', 'Heritage', '遺産'),
  topic('cooperation', null, 'Hợp tác quốc tế', 'International cooperation', '国際協力'),
  topic('japan', 'cooperation', 'Hợp tác với Nhật Bản', 'Cooperation with Japan', '日本との協力'),
  topic('society', null, 'Xã hội', 'Society', '社会'),
  topic('education', 'society', 'Giáo dục', 'Education', '教育'),
  topic('environment', 'society', 'Môi trường', 'Environment', '環境'),
  topic('seas-islands', null, 'Biển, đảo', 'Seas and islands', '海と島'),
] as const satisfies readonly SampleTopic[]

export type TopicKey = (typeof TOPICS)[number]['key']
