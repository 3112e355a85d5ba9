/** The one language that stands in the address; Chinese has no prefix. */
export const match = (param: string): param is 'en' => param === 'en';
