/**
 * Where reports of errors are sent by mail, such as `data@agency.example`; null: the reader copies the text and sends it to whoever
 * runs this site. The one place to set it.
 */
export const CONTACT: string | null = null;
