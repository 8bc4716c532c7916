namespace EmbeddedPostgres;

/// <summary>How a program ended and all that it printed.</summary>
internal sealed record CommandResult(bool Succeeded, string Output);
