using Messaging.Storage;
using Npgsql;

namespace Messaging.Tests;

/// <summary>What is kept of an exception with a dead letter: enough to find what is wrong, and nothing that quotes a person.</summary>
public sealed class FailureTextTests
{
    private sealed class OursException(string message, Exception? inner = null) : Exception(message, inner);

    private static readonly FailureText Text = new(failure => failure is OursException);

    [Fact]
    public void Of_those_that_are_named_the_words_are_kept_and_of_others_the_type_and_where_it_was()
    {
        var failure = Thrown(new OursException("There is no such wave.", Thrown(new FormatException("'My son Jamie' is no number"))));

        Text.MessageOf(failure).ShouldBe("There is no such wave.");
        var detail = Text.DetailOf(failure);
        detail.ShouldContain($"{typeof(OursException).FullName}: There is no such wave.");
        detail.ShouldContain($" ---> {typeof(FormatException).FullName}");
        detail.ShouldContain(nameof(Thrown));
        detail.ShouldNotContain("Jamie");
        Text.MessageOf(failure.InnerException!).ShouldNotContain("Jamie");
        Text.DetailOf(new AggregateException(failure, failure.InnerException!)).ShouldNotContain("Jamie");
    }

    [Fact]
    public void PostgreSQL_says_which_constraint_and_not_of_what()
    {
        var refused = new PostgresException("invalid input: \"Jamie\"", "ERROR", "ERROR", "23505", detail: "Key (name)=(Jamie) exists", tableName: "views", constraintName: "views_pkey");

        Text.MessageOf(refused).ShouldBe("PostgreSQL refused it with 23505, table views, constraint views_pkey");
        Text.DetailOf(refused).ShouldNotContain("Jamie");
    }

    [Fact]
    public void One_that_holds_itself_many_times_over_ends()
    {
        Exception failure = new FormatException("Jamie");
        for (var i = 0; i < 100; i++)
            failure = new FormatException("Jamie", failure);

        Text.DetailOf(failure).Split(" ---> ").Length.ShouldBe(9);
    }

    private static Exception Thrown(Exception failure)
    {
        try
        {
            throw failure;
        }
        catch (Exception thrown)
        {
            return thrown;
        }
    }
}
