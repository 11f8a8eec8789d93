import { ClientConfigResponse } from '../../shared/api/client-config.ts';
import { type Answer, call } from './call.ts';

export const getClientConfig = (): Promise<Answer<ClientConfigResponse>> =>
  call({ method: 'GET', path: '/api/client-config', response: ClientConfigResponse });
