using Engagement.Host.Commands;

namespace Engagement.Host.Tests;

public sealed class TheMessagesCommand(CommandSpec.Given given) : CommandSpec(given), IAsyncLifetime
{
    private static readonly Guid Bad = Guid.CreateVersion7();
    private static readonly Guid Old = Guid.CreateVersion7();
    private static readonly Guid Later = Guid.CreateVersion7();

    /// <summary>Each test begins with two that could not be handled and one that waits, whatever became of them in another.</summary>
    public async Task InitializeAsync()
    {
        await ExecuteAsync(
            $$"""
            delete from messaging.dead_letters;
            delete from messaging.envelopes where id in ('{{Bad}}', '{{Old}}', '{{Later}}');
            insert into messaging.dead_letters
                (id, queue, message_type, body, attempts, sent_at, failed_at, correlation_id, exception_type, exception_message, exception_detail)
            values
                ('{{Bad}}', 'mail', 'Engagement.SignIn.SendSignInLink', '{"LinkId":"{{Guid.NewGuid()}}"}', 5, now(), now(), 'tuesday', 'System.TimeoutException', 'no answer', 'System.TimeoutException: no answer at the server'),
                ('{{Old}}', 'default', 'gone_from_the_code', '{}', 1, now(), now() - interval '100 days', null, 'Messaging.UnknownMessageTypeException', 'unknown', 'unknown');
            insert into messaging.envelopes (id, queue, message_type, body, sent_at, due_at) values ('{{Later}}', 'mail', 'Engagement.SignIn.SendSignInLink', '{}', now(), '2090-01-01');
            """);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Lists_what_could_not_be_handled_with_why_and_what_waits()
    {
        var dead = await RunAsync("messages list");
        dead.ExitCode.ShouldBe(0, dead.Error);
        dead.Output.ShouldContain($"{Bad}  mail ");
        dead.Output.ShouldContain("System.TimeoutException: no answer");
        dead.Output.ShouldContain($"{Old}  default ");
        dead.Output.ShouldNotContain($"{Later}");

        (await RunAsync("messages list --queue mail")).Output.ShouldNotContain($"{Old}");
        (await RunAsync("messages list --type nothing_like_it")).Output.ShouldBe("There are no such messages that could not be handled.\n");
        (await RunAsync("messages list --waiting --queue mail")).Output.ShouldContain($"{Later}");
    }

    [Fact]
    public async Task Shows_one_with_all_that_is_known_of_it()
    {
        var (exitCode, output, _) = await RunAsync($"messages show {Bad}");

        exitCode.ShouldBe(0);
        output.ShouldContain("tried 5 times");
        output.ShouldContain("tuesday");
        output.ShouldContain("no answer at the server");
        (await RunAsync($"messages show {Later}")).Output.ShouldContain("due 2090-01-01");
    }

    [Fact]
    public async Task Replays_one_with_its_body_put_right_and_refuses_a_body_that_could_not_be_read()
    {
        var refused = await RunAsync($"messages replay {Bad} --body", "[1]");
        refused.ExitCode.ShouldBe(1);
        refused.Error.ShouldContain("The body is refused, and the message is as it was.");
        (await RunAsync("messages list")).Output.ShouldContain($"{Bad}");

        var (exitCode, output, error) = await RunAsync($"messages replay {Bad} --body", $$"""{"LinkId":"{{Guid.NewGuid()}}"}""");
        exitCode.ShouldBe(0, error);
        output.ShouldBe("Handed 1 message back to its queue.\n");
        (await RunAsync("messages list")).Output.ShouldNotContain($"{Bad}");
    }

    [Fact]
    public async Task Who_looks_at_one_or_changes_it_is_in_the_access_log_without_what_they_said()
    {
        await ExecuteAsync("delete from engagement.access_log");
        await RunAsync("messages list");
        await RunAsync($"messages show {Bad}");
        await RunAsync($"messages replay {Bad} --body", $$"""{"LinkId":"{{Guid.NewGuid()}}"}""");
        await RunAsync("messages purge --type gone_from_the_code");

        (await ScalarAsync<string>("select string_agg(concat_ws(' | ', kind, role, actor, subject, purpose, account), E'\n' order by at, id) from engagement.access_log")).ShouldBe(
            $"""
            CommandUsed | operator-at-the-command-line | messages show | {MachineAccount.Current}
            CommandUsed | operator-at-the-command-line | messages replay --body | {MachineAccount.Current}
            CommandUsed | operator-at-the-command-line | messages purge --type | {MachineAccount.Current}
            """);
        MachineAccount.Current.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("anna", null, "anna")]
    [InlineData("root", "anna", "anna, by sudo as root")]
    [InlineData("root", "root", "root")]
    [InlineData("", null, null)]
    [InlineData("", "anna", "anna")]
    [InlineData("root", " an\nna\0 ", "an na, by sudo as root")]
    public void The_account_is_what_the_machine_and_sudo_say(string account, string? before, string? said) => MachineAccount.Of(account, before).ShouldBe(said);

    [Fact]
    public async Task Purges_what_failed_long_ago()
    {
        (await RunAsync("messages purge --older-than 90")).Output.ShouldBe("Purged 1 message.\n");

        (await RunAsync("messages list")).Output.ShouldNotContain($"{Old}");
        (await RunAsync($"messages purge {Bad}")).ExitCode.ShouldBe(0);
        (await ScalarAsync<long>("select count(*) from messaging.dead_letters")).ShouldBe(0);
        var gone = await RunAsync($"messages purge {Bad}");
        gone.Error.ShouldContain("There is no such message");
        gone.ExitCode.ShouldBe(2);
    }

    [Theory]
    [InlineData("messages replay --type gone_from_the_cod", "Did you mean gone_from_the_code?")]
    [InlineData("messages purge --queue mial", "Did you mean mail?")]
    [InlineData("messages list --queue mial", "Did you mean mail?")]
    public async Task A_name_that_there_is_not_is_no_reason_to_say_that_there_was_nothing_to_do(string line, string says)
    {
        var (exitCode, _, error) = await RunAsync(line);

        exitCode.ShouldBe(2);
        error.ShouldContain(says);
    }

    [Fact]
    public async Task One_that_waits_cannot_be_handed_back()
    {
        var (exitCode, _, error) = await RunAsync($"messages replay {Later}");

        exitCode.ShouldBe(2);
        error.ShouldContain("is yet to be handled");
    }

    [Fact]
    public async Task Shows_the_queues_and_who_works_on_them()
    {
        var (exitCode, output, error) = await RunAsync("messages queues");

        exitCode.ShouldBe(0, error);
        output.ShouldContain("mail ");
        output.ShouldContain(Environment.MachineName);
    }

    [Theory]
    [InlineData("messages purge", "--older-than")]
    [InlineData("messages replay --all --queue mail", "Say which")]
    [InlineData("messages replay --all --body {}", "say its id")]
    public async Task Touches_nothing_unless_it_is_said_which(string line, string says)
    {
        var (exitCode, _, error) = await RunAsync(line);

        exitCode.ShouldBe(2);
        error.ShouldContain(says);
        (await ScalarAsync<long>("select count(*) from messaging.dead_letters")).ShouldBe(2);
    }
}
