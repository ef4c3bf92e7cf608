import { decode } from './qr.ts';

/** Looks for a QR code in what the camera sees, until one is found or it is stopped. Frames stay on the device. */
export class Camera {
  readonly #video: HTMLVideoElement;
  readonly #found: (text: string) => void;
  #stream: MediaStream | undefined;
  /** Read again after each wait: it changes meanwhile. */
  #stopped = false;

  constructor(video: HTMLVideoElement, found: (text: string) => void) {
    this.#video = video;
    this.#found = found;
  }

  /** Undefined once it films; else why it does not. */
  async start(): Promise<'refused' | 'missing' | undefined> {
    try {
      this.#stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    } catch (error) {
      return error instanceof DOMException && error.name === 'NotFoundError' ? 'missing' : 'refused';
    }
    if (this.#stopped) {
      this.stop();
      return undefined;
    }
    this.#video.srcObject = this.#stream;
    await this.#video.play().catch(() => undefined);
    void this.#look();
    return undefined;
  }

  async #look(): Promise<void> {
    for (;;) {
      const { videoWidth, videoHeight } = this.#video;
      const text = videoWidth > 0 ? await decode(this.#video, videoWidth, videoHeight).catch(() => undefined) : undefined;
      if (this.#stopped) return;
      if (text) {
        this.stop();
        this.#found(text);
        return;
      }
      await new Promise((done) => setTimeout(done, 150));
    }
  }

  stop(): void {
    this.#stopped = true;
    this.#stream?.getTracks().forEach((track) => { track.stop(); });
  }
}
