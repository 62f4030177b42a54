import { stripLatinMarks } from '#text/search'

/** Characters; ASVS 6.2.1 and a bound before anything is hashed. */
export const SHORTEST = 12
export const LONGEST = 256
/** Letters and digits that must be left of a password when everything that others try first is taken out. */
const OWN_SIGNS = 5

/** Short, endless, of few signs, or made of what everybody would try: words from the lists, rows of keys, one's own name. */
export const isWeakPassword = (password: string, own: readonly string[] = []): boolean => {
  const length = [...password].length
  if (length < SHORTEST || length > LONGEST || new Set(folded(password)).size < OWN_SIGNS) return true
  const names = own.flatMap((name) => [name, ...name.split(/[@\s._-]+/)]).map(folded)
  // A whole name or address is no password, whatever stands around it; its parts count as words of the list.
  if (names.some((name) => name.length >= 8 && folded(password).includes(name))) return true
  const tried = [...COMMON, ...names.filter((name) => name.length >= 3)].sort((a, b) => b.length - a.length)
  return [folded(password), folded(spelled(password))].some((form) => {
    const left = withoutRuns(tried.reduce((rest, word) => rest.replaceAll(word, ''), form))
    return new Set(left.replace(/\d/g, '')).size + (/\d/.test(left) ? 1 : 0) < OWN_SIGNS
  })
}

/** Letters and digits alone, without marks or case. */
const folded = (text: string): string =>
  stripLatinMarks(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** `P@ssw0rd` is a word. */
const spelled = (text: string): string => text.replace(/[@013457$!]/g, (sign) => SIGNS[sign] ?? sign)
const SIGNS: Readonly<Record<string, string>> = {
  '@': 'a',
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  $: 's',
  '!': 'i',
}

/** Four or more signs in the order of the alphabet or of the keyboard, forwards or backwards. */
const withoutRuns = (text: string): string => {
  let rest = text
  for (const row of ROWS)
    for (let size = row.length; size >= 4; size -= 1)
      for (let start = 0; start + size <= row.length; start += 1) rest = rest.replaceAll(row.slice(start, start + size), '')
  return rest
}
const FORWARDS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb',
  'qazwsxedcrfvtgb',
  'azertyuiop',
]
const ROWS = [...FORWARDS, ...FORWARDS.map((row) => [...row].reverse().join(''))]

/** Words that lists of stolen passwords are made of, Vietnamese ones first; without marks. */
const COMMON = (
  'matkhau matma quantri quantrivien toasoan bientap phongvien baochi vietnam lamdong dalat saigon hanoi hochiminh sgvn ' +
  'hoangsa truongsa tphcm danang haiphong khongcho khongbiet khongco xinchao anhyeuem emyeuanh yeuem yeuanh yeubo yeume ' +
  'iuem iuanh tinhyeu giadinh bome conyeu vochong mothaiba motngay ngaymai mothai nguyen tranvan trinh congty dongnai ' +
  'hanhphuc maimai cuocsong sinhnhat thang nhatky banbe bongda haha hihi hehe ' +
  'password passwd pass admin administrator root user login guest master welcome letmein changeme default secret test ' +
  'newsroom editor reporter system server hello world iloveyou love lovely monkey dragon shadow sunshine princess ' +
  'football baseball superman batman pokemon naruto michael jordan charlie jessica ashley computer internet google ' +
  'facebook gmail yahoo samsung apple iphone whatever trustno starwars freedom flower summer winter spring autumn ' +
  'qwerty asdf zxcv qwe asd zxc abc xyz aaa zzz money killer hunter'
).split(' ')
