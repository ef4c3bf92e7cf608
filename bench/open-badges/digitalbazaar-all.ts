/** Weighed, not run: what @digitalbazaar/vc takes to read the suites and the status lists that ours reads. */
import * as ecdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import { cryptosuite as ecdsaRdfc } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import * as status from '@digitalbazaar/vc-bitstring-status-list';

import { check } from './digitalbazaar.ts';

Object.assign(globalThis, { check, suites: [ecdsaMultikey, ecdsaRdfc, Ed25519Signature2020, status] });
