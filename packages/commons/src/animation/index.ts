export { attendance, type AttendanceOf } from './attendance.ts';
export { Attendee, Meeting } from './model.ts';
