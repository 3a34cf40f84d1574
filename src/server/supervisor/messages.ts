import type { Message, NotificationMessage, RequestMessage, ResponseMessage } from 'vscode-languageserver/node'

export type Request = RequestMessage
export type Notification = NotificationMessage

export const isRequest = (message: Message): message is RequestMessage => 'method' in message && 'id' in message

export const isNotification = (message: Message): message is NotificationMessage =>
  'method' in message && !('id' in message)

export const isResponse = (message: Message): message is ResponseMessage => !('method' in message)

export const notification = (method: string, params: object): Message => ({ jsonrpc: '2.0', method, params }) as Message
