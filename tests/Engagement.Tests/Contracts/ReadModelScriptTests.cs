using Tests.Shared;

namespace Engagement.Tests.Contracts;

public sealed class ReadModelScriptTests
{
    [Fact]
    public void The_published_script_of_the_read_models_is_the_one_that_is_applied()
    {
        var file = Path.Combine(Repository.Folder, "schema", "database", "read-models.sql");
        if (Environment.GetEnvironmentVariable("UPDATE_SCHEMA") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, EngagementSchema.ReadModelScript());
        }

        File.ReadAllText(file).ShouldBe(EngagementSchema.ReadModelScript(), "run this test with UPDATE_SCHEMA=1 and look at what has changed");
    }

    [Fact]
    public void It_never_drops_anything() => EngagementSchema.ReadModelScript().ShouldNotContain("drop ", Case.Insensitive);
}
