using GraphQL;

namespace Engagement.Api.Surveys;

/// <summary>What a person keeps of their response, to come back with. The secret is shown here and nowhere else.</summary>
/// <param name="Reference">The reference of the response.</param>
/// <param name="Secret">The secret that opens its journey together with the reference.</param>
/// <param name="SubmittedAt">When it was received, or last kept while it is not sent.</param>
[GraphQLName("Receipt")]
public sealed record ResponseReceipt(string Reference, string Secret, DateTimeOffset SubmittedAt);
