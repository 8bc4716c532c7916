using Engagement.Feedback;
using GraphQL;

namespace Engagement.Api.Feedback;

/// <summary>An entry was published, or published again because what was promised has been done.</summary>
/// <param name="Position">Where in the log; give it as "after" to go on from here.</param>
/// <param name="Entry">The entry as it is now.</param>
[GraphQLName("EntryPublished")]
public sealed record EntryPublishedUpdate(long Position, EntryPage Entry);
