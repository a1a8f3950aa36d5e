const GROUP = /^local-gid-[\w-]{1,64}$/

/** Opens cloud ids (`cloud.getOpenData`): `local-gid-…` is a WeChat group; anything else −601005 in its item. */
export const openData = (cloudIds: string[]) =>
  cloudIds.map((cloudID) =>
    GROUP.test(cloudID)
      ? { cloudID, data: { opengid: cloudID, open_single_roomid: '', chat_type: 1 } }
      : { cloudID, errCode: -601005, errMsg: 'invalid cloudID' },
  )
