using Jarpoint.Functions.Logging;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Jarpoint.Functions.Tests.Logging;

public sealed partial class JsonLoggerTests : IDisposable
{
    private readonly MemoryStream output = new();
    private readonly InvocationCorrelation correlation = new("example");
    private readonly LoggerFactory factory;
    private readonly ILogger logger;

    public JsonLoggerTests()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 4, 5, 6, 7, 89, TimeSpan.Zero));
        factory = JsonLogging.CreateFactory(new LogLines(output), correlation, LogLevel.Information, clock);
        logger = factory.CreateLogger("Some.Category");
    }

    public void Dispose()
    {
        factory.Dispose();
        output.Dispose();
    }

    [Fact]
    public void A_line_has_its_frame_its_values_and_the_scope_around_it()
    {
        correlation.Begin("r-1");
        using (logger.BeginScope(new ObjectScope("m-1", "b", "k", "v")))
        {
            Log.Numbers(logger, 7, true, 1.5, null);
        }

        Line().Root.ToString().ShouldBe("{" + string.Join(',',
            """
            "timestamp":"2026-03-04T05:06:07.089Z","level":"WARN","message":"7 True 1.5 (null)"
            """,
            """
            "category":"Some.Category","function":"example","coldStart":true,"requestId":"r-1"
            """,
            """
            "count":7,"flag":true,"ratio":1.5,"nothing":null,"messageId":"m-1","bucket":"b","key":"k","version":"v"
            """) + "}");
    }

    [Fact]
    public void A_hostile_key_stays_on_one_line_and_comes_back_whole()
    {
        const string key = "jars/\"\n\r\t\0\u2028{\\}é.jar";
        Log.Key(logger, key);
        output.ToArray().Count(octet => octet == '\n').ShouldBe(1);
        Line()["key"].ShouldBe(key);
    }

    [Fact]
    public void A_value_never_takes_the_place_of_a_member_of_the_frame()
    {
        Log.Impostor(logger, "FATAL");
        Line()["level"].ShouldBe("INFO");
    }

    [Fact]
    public void An_exception_is_told_with_its_type_message_and_stack()
    {
        Log.Failed(logger, new InvalidOperationException("outer", new IOException("inner")));
        var exception = Line().Root.GetProperty("exception");
        exception.GetProperty("type").GetString().ShouldBe("System.InvalidOperationException");
        exception.GetProperty("message").GetString().ShouldBe("outer");
        exception.GetProperty("stackTrace").GetString().ShouldNotBeNull().ShouldContain("inner");
    }

    [Fact]
    public void Lines_below_the_level_are_not_written()
    {
        Log.Detail(logger);
        output.Length.ShouldBe(0);
    }

    [Fact]
    public void Only_the_first_invocation_is_a_cold_start()
    {
        Log.Key(logger, "init");
        correlation.Begin("r-1");
        Log.Key(logger, "first");
        correlation.Begin("r-2");
        Log.Key(logger, "second");
        JsonLine.All(output.ToArray()).Select(line => (line["requestId"], line["coldStart"])).ShouldBe(
            [(null, "True"), ("r-1", "True"), ("r-2", "False")]);
    }

    [Fact]
    public async Task Lines_written_at_once_never_mix()
    {
        await Parallel.ForAsync(0, 1000, (n, _) =>
        {
            Log.Key(logger, new string('k', n));
            return ValueTask.CompletedTask;
        });
        JsonLine.All(output.ToArray()).Select(line => line["key"]!.Length).Order().ShouldBe(Enumerable.Range(0, 1000));
    }

    private JsonLine Line() => JsonLine.All(output.ToArray()).ShouldHaveSingleItem();

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Count} {Flag} {Ratio} {Nothing}")]
        public static partial void Numbers(ILogger logger, int count, bool flag, double ratio, string? nothing);

        [LoggerMessage(LogLevel.Information, "Key {Key}")]
        public static partial void Key(ILogger logger, string key);

        [LoggerMessage(LogLevel.Information, "Level {Level}")]
        public static partial void Impostor(ILogger logger, string level);

        [LoggerMessage(LogLevel.Error, "Failed")]
        public static partial void Failed(ILogger logger, Exception exception);

        [LoggerMessage(LogLevel.Debug, "Detail")]
        public static partial void Detail(ILogger logger);
    }
}
