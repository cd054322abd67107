/** A sentence with a person's name in it, which stays Chinese in whatever language is read aloud around it. */
export function WithName({ text, name }: { readonly text: string; readonly name: string | null }) {
  if (name === null || name === '') return text
  const at = text.indexOf(name)
  if (at < 0) return text
  return (
    <>
      {text.slice(0, at)}
      <span lang="zh-CN">{name}</span>
      {text.slice(at + name.length)}
    </>
  )
}
