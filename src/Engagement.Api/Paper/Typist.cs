using GraphQL;

namespace Engagement.Api.Paper;

/// <summary>Somebody who types in forms that came on paper.</summary>
/// <param name="Id">A pseudonym: it names nobody outside.</param>
public sealed record Typist([property: ID<Typist>] Guid Id);
