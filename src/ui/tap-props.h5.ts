/** What makes a view a button in a browser: a role, a place in the tab order, Enter and the space bar. */
export const tapProps = (role: string, press: () => void) => ({
  role,
  tabIndex: 0,
  onKeyDown: (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    press()
  },
})
