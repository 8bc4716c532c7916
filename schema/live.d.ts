// The hub at /live, for @microsoft/signalr. Written from the server's types by tests/Engagement.Api.Tests: do not edit.

/** Something that people may be looking at has changed. It says what and where in the log, and carries nothing of its content: whoever hears it fetches the thing itself, so that authorization is checked where the content is read. */
export interface LiveUpdate {
  /** What was followed, as the client named it. */
  readonly topic: string;
  /** What kind of thing changed, for example entry. It ends in Removed where the thing is not shown any more. */
  readonly kind: string;
  /** The thing's global id; of an entry the readable part of its address, of a journey its reference. */
  readonly id: string;
  /** The log position of the change; a client that comes back names the last one it saw. */
  readonly position: number;
}

/** That a topic is not followed any more. */
export interface LiveEnd {
  /** The topic, as the client named it. */
  readonly topic: string;
  /** Why, for programs. A code never changes its meaning. */
  readonly code: string;
  /** Why, for people. */
  readonly message: string;
}

/** How a refused call begins: its error's message is the code, a colon, and words for people. The same codes end topics. */
export type LiveCode =
  | "AUTH_NOT_AUTHENTICATED"
  | "AUTH_NOT_AUTHORIZED"
  | "ID_INVALID"
  | "INVOCATION_INVALID"
  | "LIVE_INTERRUPTED"
  | "METHOD_UNKNOWN"
  | "POSITION_AHEAD"
  | "POSITION_INVALID"
  | "POSITION_TOO_OLD"
  | "RECEIPT_NOT_FOUND"
  | "SLOW_CLIENT"
  | "TOPICS_TOO_MANY"
  | "TOPIC_FOLLOWED"
  | "TOPIC_UNKNOWN";

/** What you may call: connection.invoke(name, ...arguments). */
export interface LiveMethods {
  /**
   * Follow a topic.
   * @param topic entries, workbench; or consultation:, loops: or metrics: and the id of a consultation, topic: and the id of a topic of a forum.
   * @param after The last position the client saw: 0 for everything there ever was, null for what happens from now on. One that is negative, that the log has not reached or has left too far behind is refused.
   * @returns The position after which updates are sent: what a client goes on from that was cut off before it heard of any.
   */
  Follow(topic: string | null, after: number | null): Promise<number>;
  /**
   * Follow what becomes of a response. Its updates name the topic journey: and the reference.
   * @param reference The reference on the receipt.
   * @param secret The secret on the receipt.
   * @param after As of Follow.
   * @returns As of Follow.
   */
  FollowJourney(reference: string | null, secret: string | null, after: number | null): Promise<number>;
  /**
   * Hear no more of a topic.
   * @param topic The topic, as its updates name it.
   * @returns Whether it was followed. An update may be on its way still.
   */
  Unfollow(topic: string | null): Promise<boolean>;
}

/** What you are sent: connection.on(name, handler). */
export interface LiveMessages {
  /** Something changed. Remember the position: it is where you go on from. */
  changed(update: LiveUpdate): void;
  /** The server could not go on with this topic. Follow again from the last position you saw. */
  interrupted(end: LiveEnd): void;
  /** You may not follow this topic any more. Nothing comes of it after this. */
  refused(end: LiveEnd): void;
}
