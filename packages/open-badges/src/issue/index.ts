/** Issuing: build, sign, bake, publish, revoke, endorse; keep the key. The clock and the random source are the caller's. */
export { decryptBackup, encryptBackup, ITERATIONS, readBackupLabel, SHORTEST_PASSPHRASE, type BackupOptions, type Restored } from './backup.ts';
export { bakePng, bakeSvg, type BakeVersion } from './bake.ts';
export { checkAchievement, checkAward, checkProfile, isWebAddress } from './check.ts';
export { buildCredential, OPEN_BADGES_3, writeProfile } from './credential.ts';
export { didDocument, didKey, didWeb, methodOf, type DeclaredKey } from './did.ts';
export { endorsable, endorse, endorsed, type Endorsement } from './endorsement.ts';
export { hostedBadge, type HostedBadge, type HostedOptions } from './hosted.ts';
export { isoSeconds, issue, type Issued, type IssueOptions } from './issue.ts';
export { isPublicKey, keyFromKept, keyFromSeed, newSeed, type KeptKey, type SigningKey } from './key.ts';
export { linkedInUrl, type LinkedInBadge } from '../linked-in.ts';
export { ACHIEVEMENT_TYPES, type Achievement, type AchievementType, type Alignment, type Award, type Evidence, type Profile, type RandomBytes, type Recipient, type StatusPlace } from './model.ts';
export { IssueError, problem, type Problem, type ProblemCode } from './problems.ts';
export { hashEmail, isEmail, newSalt, normalEmail } from './recipient.ts';
export { signCredential, signToken } from './sign.ts';
export { encodeStatusList, freePlace, newStatusList, readStatusList, reinstate, revocationList, revoke, statusListCredential, type Revoked, type StatusList, type StatusListOptions } from './status-list.ts';
