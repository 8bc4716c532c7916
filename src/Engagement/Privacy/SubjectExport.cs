namespace Engagement.Privacy;

/// <summary>Everything that we hold of one person, twice the same: for programs and for people.</summary>
/// <param name="Id">The export.</param>
/// <param name="MadeAt">When it was put together.</param>
/// <param name="DeleteAt">When it is deleted.</param>
/// <param name="Json">For programs.</param>
/// <param name="Html">A page to read, complete in itself.</param>
public sealed record SubjectExport(Guid Id, DateTimeOffset MadeAt, DateTimeOffset DeleteAt, string Json, string Html);
