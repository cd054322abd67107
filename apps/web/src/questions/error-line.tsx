/** What is wrong with an entry, said aloud at once. */
export function ErrorLine({ id, message }: { readonly id: string; readonly message: string | null }) {
  return (
    <p id={id} className="error" role="alert" hidden={message === null}>
      {message}
    </p>
  )
}
