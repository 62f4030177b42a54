/** Marks of the three houses, drawn for the sandbox; none of them is anybody's emblem. */

/** A ring, hills with pines over a lake, a five-petalled cherry flower. */
export const PORTAL_MARK = `<svg class="mark" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" aria-hidden="true" focusable="false"><circle cx="48" cy="48" r="47" fill="#f0c23a"/><circle cx="48" cy="48" r="43" fill="#fff"/><circle cx="48" cy="48" r="40.5" fill="#0b57a4"/><clipPath id="ring"><circle cx="48" cy="48" r="40.5"/></clipPath><g clip-path="url(#ring)"><path d="M4 62 30 30l12 14L56 26l36 36z" fill="#3f8fd2"/><path d="M4 70 22 46l14 15 16-19 18 20 12-10 12 18z" fill="#1d7a55"/><path d="M4 66h88v28H4z" fill="#bfe0f5"/><path d="M8 74h80M14 80h68M22 86h52" stroke="#0b57a4" stroke-width="2" stroke-linecap="round"/><path d="m18 66 5-11 5 11zm8 0 4-9 4 9zm38 0 5-12 5 12zm9 0 4-9 4 9z" fill="#0d4f38"/></g><g fill="#f7a8bd" stroke="#fff" stroke-width="1"><ellipse cx="48" cy="49" rx="5.2" ry="8"/><ellipse cx="48" cy="49" rx="5.2" ry="8" transform="rotate(72 48 57)"/><ellipse cx="48" cy="49" rx="5.2" ry="8" transform="rotate(144 48 57)"/><ellipse cx="48" cy="49" rx="5.2" ry="8" transform="rotate(216 48 57)"/><ellipse cx="48" cy="49" rx="5.2" ry="8" transform="rotate(288 48 57)"/></g><circle cx="48" cy="57" r="3.2" fill="#f0c23a"/></svg>`

/** The first letter between two rules. */
export const NEWSPAPER_MARK = `<svg class="mark" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" aria-hidden="true" focusable="false"><path d="M0 0h96v96H0z" fill="#8e1b1b"/><path d="M12 16h72M12 80h72" stroke="#fff" stroke-width="3"/><path d="M34 28h14v4h-4v32h18v-9h4v13H34v-4h4V32h-4z" fill="#fff"/></svg>`

/** Hills and the waves of a mast. */
export const BROADCASTER_MARK = `<svg class="mark" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" aria-hidden="true" focusable="false"><path d="M6 78 36 42l14 16 10-11 30 31z" fill="#19b5a5"/><path d="M48 54V30" stroke="#fff" stroke-width="5" stroke-linecap="round"/><circle cx="48" cy="27" r="5.5" fill="#ff8a1f"/><path d="M35 38a17 17 0 0 1 0-22M61 38a17 17 0 0 0 0-22M26 46a29 29 0 0 1 0-38M70 46a29 29 0 0 0 0-38" fill="none" stroke="#ff8a1f" stroke-width="5" stroke-linecap="round"/></svg>`

export const MARKS = { portal: PORTAL_MARK, newspaper: NEWSPAPER_MARK, broadcaster: BROADCASTER_MARK } as const
