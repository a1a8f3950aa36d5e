/** What makes a view a button for WeChat's screen readers, and shows that it is pressed. */
export const tapProps = (role: string, _press: () => void) => ({ 'aria-role': role, hoverClass: 'tap--down' })
