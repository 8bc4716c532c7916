namespace Engagement.Common;

/// <summary>Whose place this is, as everybody who gets a letter reads it. The host supplies it.</summary>
/// <param name="Name">What the platform is called.</param>
/// <param name="RunBy">Who runs it and writes to people.</param>
/// <param name="Email">Where people can write to them by e-mail.</param>
/// <param name="PostalAddress">And by post.</param>
public sealed record Place(string Name, string RunBy, string Email, string PostalAddress);
