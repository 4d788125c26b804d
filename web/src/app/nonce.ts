/**
 * The server's policy lets in style sheets only with the number of this very page. The kit makes its sheets at run time, some of them
 * without asking for the number: so every sheet that a script makes gets it. One that comes as markup does not.
 */
const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce
const create = document.createElement.bind(document)

if (nonce)
  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    const element = create(name, options)
    if (element instanceof HTMLStyleElement) element.nonce = nonce
    return element
  }) as typeof document.createElement
