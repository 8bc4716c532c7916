namespace EmbeddedPostgres.Tests;

/// <summary>A test of what only root meets: stepping down to another user.</summary>
internal sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute()
    {
        if (!Environment.IsPrivilegedProcess)
            Skip = "Only root steps down to another user.";
    }
}
