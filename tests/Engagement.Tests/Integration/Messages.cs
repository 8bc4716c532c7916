using Messaging;

namespace Engagement.Tests.Integration;

internal static class Messages
{
    /// <summary>A message as its handler gets it that is due at a moment.</summary>
    public static Envelope DueAt(DateTimeOffset moment) => new() { Id = Guid.NewGuid(), MessageType = "some", Body = "{}", SentAt = moment, ExecutionTime = moment };
}
