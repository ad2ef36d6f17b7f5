// Preloaded into long children: a build that outlives its killed parent would write beside the next one.
process.on("disconnect", () => process.exit(1));
process.channel?.unref();
// Its own workers would be started with the same flags, and must not let go of their channel.
process.execArgv.length = 0;
