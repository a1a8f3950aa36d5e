import protobuf from 'protobufjs'

const SCHEMA = `
syntax = "proto2";
message KeyValuePair { optional string key = 1; optional bytes value = 2; optional string contenttype = 3; optional string filename = 4; }
message OpenApiData { repeated KeyValuePair pairs = 1; }
message SvrkitApiData { optional string apiName = 1; optional bytes reqData = 2; }
message CommApiData { optional int32 apiType = 1; optional OpenApiData openapiData = 2; optional SvrkitApiData svrkitData = 4; optional string appid = 6; }
message CommOpenApiResp { optional bytes respData = 1; optional string contentType = 2; optional int32 errorCode = 3; optional uint32 httpCode = 4; optional int32 svrkitErrorCode = 6; }
message ApiGetOpenDataByCloudIdReq { repeated string cloudidList = 2; optional string appid = 3; }
message OpDataItem { optional string cloudId = 1; optional string json = 2; }
message ApiGetOpenDataByCloudIdResp { repeated OpDataItem dataList = 1; }
`
const { root } = protobuf.parse(SCHEMA, { keepCase: true })

const decode = (type: string, bytes: Uint8Array): Record<string, unknown> => {
  const message = root.lookupType(type)
  return message.toObject(message.decode(bytes), { bytes: Buffer, arrays: true })
}
const encode = (type: string, fields: Record<string, unknown>): Buffer => {
  const message = root.lookupType(type)
  return Buffer.from(message.encode(message.create(fields)).finish())
}

/** What a function asked of WeChat: an API's arguments by name, or cloud ids to open. */
export type OpenapiRequest =
  | { kind: 'api'; args: Record<string, unknown> }
  | { kind: 'openData'; cloudIds: string[] }
  | { kind: 'unknown' }

const argument = (value: unknown): unknown => {
  const text = Buffer.isBuffer(value) ? value.toString('utf8') : ''
  try {
    return JSON.parse(text)
  } catch {
    return value
  }
}

/** Reads `requestData` of `wx.openApi`; throws on bytes that are no such message. */
export const readOpenapiRequest = (bytes: Uint8Array): OpenapiRequest => {
  const message = decode('CommApiData', bytes) as {
    apiType?: number
    openapiData?: { pairs?: { key?: string; value?: Buffer }[] }
    svrkitData?: { apiName?: string; reqData?: Buffer }
  }
  if ((message.apiType ?? 0) === 0) {
    const pairs = message.openapiData?.pairs ?? []
    return {
      kind: 'api',
      args: Object.fromEntries(pairs.map(({ key, value }) => [key ?? '', argument(value)])),
    }
  }
  if (message.apiType === 2 && message.svrkitData?.apiName === 'ApiGetOpenDataByCloudId') {
    const asked = decode('ApiGetOpenDataByCloudIdReq', message.svrkitData.reqData ?? Buffer.alloc(0))
    return { kind: 'openData', cloudIds: (asked.cloudidList as string[] | undefined) ?? [] }
  }
  return { kind: 'unknown' }
}

/** An API's JSON answer, `errcode` and all. */
export const jsonAnswer = (body: Record<string, unknown>): Buffer =>
  encode('CommOpenApiResp', {
    respData: Buffer.from(JSON.stringify(body)),
    contentType: 'application/json',
    errorCode: 0,
    httpCode: 200,
  })

/** An API's answer that is a file. */
export const fileAnswer = (content: Buffer, contentType: string): Buffer =>
  encode('CommOpenApiResp', { respData: content, contentType, errorCode: 0, httpCode: 200 })

/** A refusal by the system in front of the APIs, such as −604101. */
export const systemRefusal = (errorCode: number): Buffer =>
  encode('CommOpenApiResp', { errorCode, httpCode: 200 })

/** The answer to cloud ids: one JSON text each. */
export const openDataAnswer = (items: { cloudID: string }[]): Buffer => {
  const dataList = items.map((item) => ({ cloudId: item.cloudID, json: JSON.stringify(item) }))
  return encode('CommOpenApiResp', {
    respData: encode('ApiGetOpenDataByCloudIdResp', { dataList }),
    contentType: 'application/octet-stream',
    errorCode: 0,
    httpCode: 200,
    svrkitErrorCode: 0,
  })
}
