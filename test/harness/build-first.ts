import { build } from '../../config/build'

/** Jest's global set-up: functions for every zone, the clients for the zones that show pages. */
export default (_: object, project: { readonly displayName?: { readonly name: string } }): void => {
  const zone = project.displayName?.name
  build(zone === 'page' ? ['functions', 'weapp'] : zone === 'browser' ? ['functions', 'h5'] : ['functions'])
}
